from corcom.consultation.actions.circulating import circulate

__all__ = ["circulate"]
