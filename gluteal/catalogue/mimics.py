"""What else hurts where trigger points of the buttock refer: nerve roots, joints, tendons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gluteal.catalogue.records import Claim

if TYPE_CHECKING:
    from gluteal.catalogue.clinical import Differential


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ReferralMimic(Claim):
    """Something else whose pain is felt where trigger points of the buttock refer.

    Attributes
    ----------
    essential_zone, spillover_zone : str
        Where the pain is felt by most, and by some; empty where nothing more was read.
    tells_apart : str
        What would tell it from its neighbours, beyond what the table of differentials says.

    Examples
    --------
    >>> from gluteal.catalogue import load
    >>> load().referral_mimics["hip-joint"].differential.name
    'Hip osteoarthritis'
    """

    id: str
    differential_id: str
    name: str
    essential_zone: str
    spillover_zone: str
    tells_apart: str

    @property
    def differential(self) -> Differential:
        """The condition to which it belongs."""
        return self._catalogue.differentials[self.differential_id]

    @property
    def distinguishing(self) -> tuple[str, ...]:
        """Everything that would tell it apart, a sentence each, its own first."""
        own = (self.tells_apart,) if self.tells_apart else ()
        return own + tuple(fact.text for fact in self.differential.about("distinguishing"))
