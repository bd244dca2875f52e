"""The addresses of figures."""

from __future__ import annotations

from django.urls import path

from corcom.web.figures.file import figures_file
from corcom.web.figures.page import all_figures, convention_figures
from corcom.web.figures.state_page import state_figures
from corcom.web.figures.steps import correct_figure, record_figure, strike_figure

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
