from corcom.questionnaires.queries.asked import asked_states
from corcom.questionnaires.queries.collation import collation_for_all, collation_of
from corcom.questionnaires.queries.links import PURPOSE, number_in
from corcom.questionnaires.queries.questionnaires import questionnaire, questionnaire_steps, questionnaires

__all__ = [
    "PURPOSE",
    "asked_states",
    "collation_for_all",
    "collation_of",
    "number_in",
    "questionnaire",
    "questionnaire_steps",
    "questionnaires",
]
