"""The forms of letters and templates: what is offered, and what the second of two editors is told."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.factories.audiences import question
from tests.factories.letters import TERMS, a_letter
from tests.factories.rows import AT
from tests.web.kept import hand
from tests.web.pages import tree, words

from corcom.correspondence.actions import make_template, word_template
from corcom.correspondence.actions.audiences import make_audience
from corcom.correspondence.models import LetterTemplate, StateLetter
from corcom.correspondence.queries import template_told

SAID = "//*[contains(@class,'messages')]//li"
ERROR = "//*[contains(@class,'note-error')]//li"
SECOND = "Somebody changed it while you wrote. What you wrote is in the form; save again to put it in place of theirs."


def a_template(name: str, convention: str) -> int:
    english = TERMS.wordings["en"]
    return make_template(name=name, convention=convention, language="en", words=english, by=hand(), at=AT)


def test_a_letter_is_offered_the_templates_and_audiences_of_its_convention_and_the_templates_of_all(
    secretariat: Client,
) -> None:
    own, mines = a_template("Clusters", "CCM"), a_template("Mines", "APMBC")
    a_template("Any", "")
    audience = make_audience(name="All of them", question=question(), by=hand(), at=AT)
    page = secretariat.get("/letters/new/?convention=CCM")
    assert words(page, "//select[@name='template']/option") == ["Any", "Clusters"]
    assert words(page, "//select[@name='audience']/option") == ["none", "All of them"]
    by_template = secretariat.get(f"/letters/new/?template={mines}")
    assert words(by_template, "//select[@name='template']/option") == ["Any", "Mines"]
    assert words(by_template, "//select[@name='audience']/option") == ["none"]
    by_audience = secretariat.get(f"/letters/new/?audience={audience}")
    assert words(by_audience, "//select[@name='audience']/option[@selected]") == ["All of them"]
    assert tree(by_audience).xpath("string(//input[@name='convention']/@value)") == "CCM"
    form = {"convention": "APMBC", "template": str(own), "title": "T", "states": "Zambia", "dated": "2016-05-02"}
    answer = secretariat.post("/letters/new/", {**form, "goes": "both"})
    assert words(answer, ERROR) == ["Template: It is of another convention, or is not offered any more."]
    assert StateLetter.objects.count() == 0


def test_without_a_template_the_page_says_what_to_do_first(secretariat: Client) -> None:
    page = secretariat.get("/letters/new/?convention=CCM")
    assert words(page, "//*[@class='empty']/h2") == [
        "A letter begins with a template, and there is none under this convention"
    ]


@pytest.mark.parametrize("revision", ["", "0"])
def test_a_language_is_not_dropped_from_a_letter_by_one_who_has_not_read_it(secretariat: Client, revision: str) -> None:
    number = a_letter("ZMB")
    page = f"/letters/{number}/words/fr/"
    answer = secretariat.post(page, {"drop": "yes", "revision": revision})
    assert answer.status_code == 400
    assert StateLetter.objects.get().wordings[1]["language"] == "fr"


def test_of_two_the_second_drops_a_language_only_when_told(secretariat: Client) -> None:
    number = a_letter("ZMB")
    page = f"/letters/{number}/words/fr/"
    assert secretariat.post(page, {"subject": "S", "body": "Nouveau.", "revision": "1"}).status_code == 302
    second = secretariat.post(page, {"drop": "yes", "subject": "T", "body": "Ancien.", "revision": "1"})
    assert (second.status_code, words(second, ERROR)) == (400, [SECOND])
    assert words(second, "//*[@class='letter-theirs']/p")[:1] == ["S"]
    revision = tree(second).xpath("string(//input[@name='revision']/@value)")
    done = secretariat.post(page, {"drop": "yes", "revision": revision}, follow=True)
    assert words(done, SAID) == ["The letter has no words in this language any more."]
    assert [one["language"] for one in StateLetter.objects.get().wordings] == ["en"]


def test_a_language_of_a_template_is_dropped_by_its_revision(secretariat: Client) -> None:
    template = a_template("Clusters", "CCM")
    french = TERMS.wordings["fr"]
    word_template(template=template, language="fr", words=french, revision=0, by=hand(), at=AT)
    word_template(template=template, language="fr", words=french, revision=1, by=hand(), at=AT)
    page = f"/letters/templates/{template}/fr/"
    assert words(secretariat.post(page, {"drop": "yes", "revision": "1"}), ERROR) == [SECOND]
    done = secretariat.post(page, {"drop": "yes", "revision": "2"}, follow=True)
    assert words(done, SAID) == ["The template has no words in this language any more."]
    found = template_told(number=template)
    assert found is not None
    assert list(found.wordings) == ["en"]


def test_two_who_retire_a_template_do_not_offer_it_again(secretariat: Client) -> None:
    step = f"/letters/templates/{a_template('Clusters', 'CCM')}/step/"
    for _ in range(2):
        assert secretariat.post(step, {"retire": "yes"}).status_code == 302
    assert LetterTemplate.objects.get().retired_at is not None
    assert secretariat.post(step, {"retire": "perhaps"}).status_code == 404
