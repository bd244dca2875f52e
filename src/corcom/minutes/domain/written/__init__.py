"""What leaves the house: a meeting's record as JSON, as a Word document and as Akoma Ntoso."""
