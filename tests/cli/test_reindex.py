from __future__ import annotations

import io

import pytest
from django.core.management import call_command
from tests.web.taken_in import a_document

from corcom.minutes.models import Finding
from corcom.oversight.models import Passage
from corcom.oversight.queries import search


@pytest.mark.django_db
@pytest.mark.parametrize(("count", "said"), [(1, "1 document can be found\n"), (2, "2 documents can be found\n")])
def test_search_is_made_anew(count: int, said: str) -> None:
    for number in range(count):
        a_document(f"{number}.txt")
    assert Passage.objects.count() == 0
    out = io.StringIO()
    call_command("reindex", stdout=out)
    assert out.getvalue() == said
    assert search(words="letter angola").total == count


@pytest.mark.django_db
def test_findings_that_do_not_stand_as_their_verdicts_say_are_named() -> None:
    row = a_document().findings.get(kind="mandate")
    Finding.objects.filter(pk=row.pk).update(state="accepted", confirmed=row.payload)
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("reindex", stdout=out, stderr=err)
    assert (ended.value.code, out.getvalue()) == (1, "1 document can be found\n")
    assert err.getvalue() == f"finding {row.pk} stands as accepted; its verdicts say proposed\n"
