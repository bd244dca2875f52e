"""The addresses of figures."""

from __future__ import annotations

from django.urls import path

from corcom.web.figure_file import figures_file
from corcom.web.figure_state import state_figures
from corcom.web.figure_steps import correct_figure, record_figure, strike_figure
from corcom.web.figures import all_figures, convention_figures

OF = "conventions/<slug:convention>/figures/"

urlpatterns = [
    path("figures/", all_figures, name="figures"),
    path("figures/<number:number>/correct/", correct_figure, name="correct_figure"),
    path("figures/<number:number>/strike/", strike_figure, name="strike_figure"),
    path(OF, convention_figures, name="convention_figures"),
    path(f"{OF}file/", figures_file, name="figures_file"),
    path(f"{OF}<slug:iso3>/", state_figures, name="state_figures"),
    path(f"{OF}<slug:iso3>/record/", record_figure, name="record_figure"),
]
