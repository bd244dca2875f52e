from corcom.correspondence.models.audiences import Audience, AudienceStep, AudienceUse

__all__ = ["Audience", "AudienceStep", "AudienceUse"]
