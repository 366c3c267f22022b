"""As people say it and as papers print it: what is the same, and what a seam may not swallow."""

from __future__ import annotations

import pytest

from tests.sources.test_seams import told

SAME = [
    # numbers
    ("We lost two hundred forty boats that night", "We lost 240 boats that night"),
    ("We lost a hundred and forty boats that night", "We lost 140 boats that night"),
    ("We paid one point two five million for it", "We paid 1.25 million for it"),
    ("We paid 1.25 million dollars for the gate", "We paid $1,250,000 for the gate"),
    ("It began on the twenty first of May at noon", "It began on May 21 at noon"),
    ("We met at half past nine in the hall", "We met at 9:30 in the hall"),
    ("We met at a quarter to ten in the hall", "We met at 9.45 in the hall"),
    ("We met at nine thirty in the hall", "We met at 9.30 in the hall"),
    ("three and a half years went by at sea", "3½ years went by at sea"),
    ("half a dozen of them went to sea", "Six of them went to sea"),
    ("we built it in the nineteen eighties there", "We built it in the 1980s there"),
    ("we built it in the eighties over there", "We built it in the ’80s over there"),
    ("we bought it in nineteen oh five for them", "We bought it in 1905 for them"),
    ("we paid six pounds fifty for the ride", "We paid £6.50 for the ride"),
    ("we spent R2.4 million on the ride", "We spent R2.4m on the ride"),
    ("we spent forty rupees on the ride", "We spent ₹40 on the ride"),
    ("two-thirds of the boats came back", "2/3 of the boats came back"),
    ("it cost fifty pence for each of them", "It cost 50p for each of them"),
    ("it lies forty kilometres off the coast", "It lies 40km off the coast"),
    ("it was minus five degrees on the ice", "It was -5 degrees on the ice"),
    ("the vote was twelve to nine against us", "The vote was 12–9 against us"),
    ("Number 10 said no to all of the plans", "No. 10 said no to all of the plans"),
    # speech
    ("Well, I, uh, I think the yard is, um, finished", "I think the yard is finished"),
    ("I -- I -- I never said that to the board", "I never said that to the board"),
    ("'Cause they told 'em to shut the yard", "Because they told them to shut the yard"),
    ("We're goin' down there in the mornin'", "We’re going down there in the morning"),
    ("We should of shut the yard in the spring", "We should have shut the yard in the spring"),
    ("The café and the naïve man were there", "The cafe and the naive man were there"),
    # nothing that turns the sense is lost
    ("It was, if you will, a disgrace to all of us", "It was … a disgrace to all of us"),
    ("It was a disgrace to all of us, if you ask me", "It was a disgrace to all of us"),
    ("If I may say so, it was a disgrace to all of us", "It was a disgrace to all of us"),
    ("If you look at the books, the yard lost money", "The yard lost money"),
    ("I do not doubt that the yard will open in May", "The yard will open in May"),
    ("There is no doubt that the yard will open in May", "The yard will open in May"),
    ("The yard was sold, and if they ask I will say so", "The yard was sold"),
    ("Is it not true that the yard was sold in May?", "The yard was sold in May?"),
    ("The yard was open until the end of May", "The yard was open"),
]


@pytest.mark.parametrize(("said", "printed"), SAME)
def test_the_same(said: str, printed: str) -> None:
    assert told(f"OWEN PRATT: {said}.\n", f"“{printed},” Owen Pratt said.\n") == []


TURNED = [
    ("we paid six pounds fifty for the ride", "We paid £6.15 for the ride"),
    ("we spent R2.4 million on the ride", "We spent R4.2 million on the ride"),
    ("we spent forty rupees on the ride", "We spent ₹90 on the ride"),
    ("he owed me two dollars fifty times", "He owed me $2.50 times"),
    ("two-thirds of the boats came back", "1/3 of the boats came back"),
    ("We lost two hundred and forty boats that night", "We lost 204 boats that night"),
    ("We lost a hundred and forty boats that night", "We lost 100 boats that night"),
    ("we built it in the nineteen eighties there", "We built it in the 1990s there"),
    ("We met at half past nine in the hall", "We met at 9:15 in the hall"),
    ("it was minus five degrees on the ice", "It was five degrees on the ice"),
    ("If the board agrees, we can open the yard in May", "We can open the yard in May"),
    ("If the board agrees, then we can open the yard in May", "We can open the yard in May"),
    ("If the board agrees, we can open the yard in May", "… we can open the yard in May"),
    ("If you want to sell it, you need the board", "You need the board"),
    ("We can open it in May if I can raise the money", "We can open it in May"),
    ("Unless it rains, we can open the yard in May", "We can open the yard in May"),
    ("Had we known, we would have shut the yard in May", "We would have shut the yard in May"),
    ("We can open it in May as long as the board agrees", "We can open it in May"),
    ("We can open the yard only if the board agrees", "We can open the yard"),
    ("We will not open the yard until the board agrees", "We will not open the yard"),
    ("We can open it, if the board agrees, in May of next year", "We can open it in May of next year"),
    ("The crane can lift less than 40 tonnes on a good day", "The crane can lift [40 tonnes] on a good day"),
    ("The crane can lift at most 40 tonnes on a good day", "The crane can lift 40 tonnes on a good day"),
    ("I doubt that the yard will open in May", "The yard will open in May"),
    ("It is not true that the yard will open in May", "The yard will open in May"),
    ("There is no evidence that the yard was sold in May", "The yard was sold in May"),
    ("Nobody says the yard will open in May", "The yard will open in May"),
    ("We refused to shut the yard in the spring", "We … shut the yard in the spring"),
    ("We failed to mend the gate of the yard", "We … mend the gate of the yard"),
    ("We may have sold the yard to them in May", "We have sold the yard to them in May"),
]


@pytest.mark.parametrize(("said", "printed"), TURNED)
def test_what_turns_the_sense_is_an_error(said: str, printed: str) -> None:
    found = told(f"OWEN PRATT: {said}.\n", f"“{printed},” Owen Pratt said.\n")
    assert [severity for _, severity in found] == ["error"]


def test_short_pieces_between_ellipses_are_found() -> None:
    source = "OWEN PRATT: They may have sold as many as forty boats. We do not know.\n"
    found = told(source, "“They … have sold … forty boats,” Owen Pratt said.\n")
    assert found == [("altered", "error")]


def test_an_office_before_the_name_in_brackets_is_whoever_holds_it() -> None:
    source = (
        "Rosa Brand (Ashby) (Lab): Will the Minister meet me about the yard in May?\n\n"
        "The Minister for Yards (Ivo Tarn): I will be glad to meet her there.\n"
    )
    assert told(source, "“I will be glad to meet her there,” Ivo Tarn said.\n") == []
    (found,) = told(source, "“I will be glad to meet her there,” Rosa Brand said.\n")
    assert found[0] == "misattributed"


def test_a_noise_in_brackets_at_the_head_of_a_row_was_not_said() -> None:
    source = "OWEN PRATT: THE YARD IS SHUT\n(DOOR SLAMS) FOR GOOD.\n"
    assert told(source, "“The yard is shut for good,” Owen Pratt said.\n") == []
