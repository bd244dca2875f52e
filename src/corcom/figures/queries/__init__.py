from corcom.figures.queries.recorded import believed_figure, believed_figures, figures, figures_for

__all__ = ["believed_figure", "believed_figures", "figures", "figures_for"]
