from __future__ import annotations

import pytest
from django.test import Client
from tests.web.pages import tree, words


def test_the_style_page_is_open_to_all_and_shows_every_piece(visitor: Client) -> None:
    page = visitor.get("/style/")
    assert words(page, "//h1") == ["The pieces of every page"]
    assert len(words(page, "//*[contains(@class,'tile ')]/title")) == 197
    assert words(page, "//section[@id='status']//*[@data-bs-theme='light']//li") == [
        "met",
        "due",
        "due soon",
        "overdue",
        "extended",
        "unknown",
        "does not apply",
    ]


def test_the_steps_of_a_deadline_stand_behind_it(visitor: Client) -> None:
    steps = words(visitor.get("/style/"), "//section[@id='deadlines']//details[1]//ol/li")
    assert steps[:3] == [
        "Ratification deposited Article 1628 May 2015",
        "In force on the first day of the sixth month after Article 17(2)1 November 2015",
        "Plus 180 days Article 7(1)29 April 2016",
    ]


def test_filter_and_sort_are_links_that_keep_each_other(visitor: Client) -> None:
    page = visitor.get("/style/?theme=Transparency&sort=due")
    assert words(page, "//*[@id='promises']//tbody/tr/th") == ["Costa Rica", "South Africa"]
    heads = tree(page).xpath("//*[@id='promises']//thead//a/@href")
    assert heads == ["?theme=Transparency&sort=state", "?theme=Transparency&sort=-due"]
    assert words(page, "//*[@id='promises']//a[@aria-current]") == ["Transparency 2"]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_page_in_arabic_is_arabic_for_everybody(visitor: Client, language: str) -> None:
    visitor.cookies["django_language"] = language
    page = visitor.get("/style/ar/")
    assert (tree(page).get("lang"), tree(page).get("dir")) == ("ar", "rtl")
    assert words(page, "//h1") == ["محضر اجتماع لجنة التنسيق"]
    assert words(page, "//aside/h2") == ["المصادر", "التاريخ"]


def test_ids_are_given_once(visitor: Client) -> None:
    for address in ("/style/", "/style/ar/"):
        ids = tree(visitor.get(address)).xpath("//@id")
        assert sorted(set(ids)) == sorted(ids)
