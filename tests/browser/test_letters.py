from __future__ import annotations

import re

import pytest
from django.conf import LazySettings
from playwright.sync_api import expect
from tests.accounts import account
from tests.browser.conftest import DESK, PHONE, OpenPage, Unusable
from tests.factories.audiences import criterion, question
from tests.factories.figures import a_figure
from tests.factories.letters import ARABIC_WORDS, ENGLISH_WORDS, FRENCH_WORDS, WRITING, a_letter, reachable
from tests.factories.mail import mail_settings
from tests.factories.register import the_register
from tests.factories.reminders import a_plan_of_reminders
from tests.factories.rows import AT
from tests.web.kept import hand

from corcom.correspondence.actions import approve_letter, make_copies, make_template, send_letter, word_template
from corcom.correspondence.actions.audiences import make_audience
from corcom.outbox.models import OutgoingMessage

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = (
    "/letters/",
    "/letters/new/",
    "/letters/{draft}/",
    "/letters/{draft}/edit/",
    "/letters/{draft}/words/ar/",
    "/letters/{draft}/CIV/",
    "/letters/{sent}/",
    "/letters/{sent}/ZMB/",
    "/letters/templates/",
    "/letters/templates/new/",
    "/letters/templates/{template}/",
    "/audiences/",
    "/audiences/new/?convention=CCM",
    "/audiences/{audience}/",
    "/audiences/{audience}/why/ZMB/",
    "/reminders/",
    "/reminders/{plan}/",
    "/reminders/{plan}/edit/",
    "/reminders/{plan}/preview/?as_of=2027-03-31",
    "/reminders/{plan}/preview/ZMB-2026/?as_of=2027-03-31",
    "/outbox/addresses/",
    "/figures/",
    "/conventions/CCM/figures/",
    "/conventions/CCM/figures/ZMB/",
)


@pytest.fixture(autouse=True)
def _mail(settings: LazySettings) -> None:
    settings.MAIL = mail_settings()


def a_template() -> int:
    number = make_template(
        name="Initial report", convention="CCM", language="en", words=ENGLISH_WORDS, by=hand(), at=AT
    )
    for language, words in (("fr", FRENCH_WORDS), ("ar", ARABIC_WORDS)):
        word_template(template=number, language=language, words=words, revision=0, by=hand(), at=AT)
    return number


def an_audience() -> int:
    asked = question(criterion("report"), criterion("regional_group"))
    return make_audience(name="Initial report not known to have come", question=asked, by=hand(), at=AT)


@pytest.mark.parametrize("look", [(DESK, "light", "en"), (PHONE, "dark", "ar")])
def test_every_page_of_letters_and_figures_can_be_used_by_everybody(
    page_at: OpenPage, unusable: Unusable, look: tuple[int, str, str]
) -> None:
    the_register()
    sent = a_letter("ZMB", "NOR")
    approve_letter(letter=sent, writing=WRITING, by=hand(), at=AT, asks_unknown="It asks.")
    make_copies(letter=sent, writing=WRITING, by=hand(), at=AT)
    send_letter(letter=sent, mail=mail_settings(), by=hand(), at=AT)
    a_figure()
    numbers = {
        "draft": a_letter("CIV", prefers={"CIV": "fr"}),
        "sent": sent,
        "template": a_template(),
        "audience": an_audience(),
        "plan": a_plan_of_reminders().number,
    }
    width, theme, language = look
    paths = [page.format(**numbers) for page in PAGES]
    page = page_at(paths[0], width=width, theme=theme, language=language, account=account("secretariat"))
    assert unusable(page, paths) == {}


def test_a_letter_goes_from_an_audience_to_the_outbox(page_at: OpenPage) -> None:
    the_register()
    a_template()
    audience = an_audience()
    reachable("ZMB", "TCD", "SEN")
    page = page_at(f"/audiences/{audience}/", account=account("secretariat"))
    page.get_by_role("link", name="Write them a letter").click()
    page.get_by_label("Title").fill("Initial reports in Africa")
    page.get_by_label("An answer is asked for by").fill("2036-01-31")
    page.get_by_label("Who signs").fill("A. B.")
    page.get_by_role("button", name="Draft it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Initial reports in Africa")
    page.get_by_label("Choose: Chad").check()
    page.get_by_label("Language", exact=True).select_option("ar")
    page.get_by_role("button", name="Write in this language").click()
    expect(page.locator("#copy-TCD")).to_contain_text("العربيّة")
    page.get_by_role("link", name="Chad").click()
    expect(page.locator("article[dir=rtl]")).to_contain_text("تشاد")
    page.go_back()
    # Nothing recorded shows whether these reports came: a person lets the letter ask.
    page.get_by_label("The letter asks, and says of no State that something is missing.").check()
    page.get_by_role("button", name="Approve").click()
    expect(page.locator(".status-line")).to_contain_text(re.compile(r"CCM/L/\d{4}/1"))
    page.get_by_role("button", name="Make the copies").click()
    # A request makes copies for two seconds; the page asks for the next by itself.
    page.get_by_role("button", name="Send").click(timeout=60_000)
    expect(page.locator(".messages")).to_contain_text("3 messages are on their way.")
    assert sorted(OutgoingMessage.objects.values_list("recipient", flat=True)) == [
        "mission@sen.example",
        "mission@tcd.example",
        "mission@zmb.example",
    ]
    page.get_by_label("Choose: Chad").check()
    page.get_by_label("Way", exact=True).select_option("bag")
    page.get_by_label("Tracking number or remark").fill("Seal 17")
    page.get_by_role("button", name="Those chosen were posted").click()
    expect(page.locator("#copy-TCD")).to_contain_text(re.compile(r"posted.*diplomatic bag \(Seal 17\)", re.DOTALL))
    with page.expect_download() as bag:
        page.get_by_role("link", name="Files for the bag").click()
    assert bag.value.suggested_filename.endswith("-1.zip")
