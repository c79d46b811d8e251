"""The functions that older releases had, where they had them."""

from renderacre.jobs import command_job, openjd_job, submit_job

__all__ = ["command_job", "openjd_job", "submit_job"]
