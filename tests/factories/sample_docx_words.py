"""The words of the sample Word document. The diplomats are invented."""

from __future__ import annotations

TITLE = (
    "CONVENTION ON CLUSTER MUNITIONS",
    "Minutes of the Coordination Committee",
    "Thursday, 11 July 2019, 10:00 – 11:40",
    "Permanent Mission of Sri Lanka, Geneva",
)
HEADER = "Convention on Cluster Munitions – Coordination Committee"
FOOTER = "Minutes of 11 July 2019"

PRESENT = (
    ("Sri Lanka – 9MSP President", ("H.E. Ms Ruwani Jayatissa", "Mr Chathura Mendis")),
    ("Switzerland – President-designate", ("Ms Ladina Caflisch",)),
    ("Nicaragua – Immediate Past President", ("Mr Óscar Baltodano",)),
    ("Bosnia and Herzegovina", ("Ms Lejla Karić",)),
    ("Chile", ("Ms Constanza Riquelme",)),
    ("Croatia", ("Mr Tomislav Vuk",)),
    ("Ireland", ("Ms Aoife Brennock", "Mr Declan Shiels")),
    ("Lao PDR", ("Mr Bounmy Sayavong",)),
    ("Netherlands", ("Ms Femke van Oord",)),
    ("New Zealand", ("Mr Tane Robson",)),
    ("Panama", ("Ms Itzel Barría",)),
    ("Spain", ("Mr Gonzalo Urrutia",)),
    ("Sweden", ("Ms Malin Ekdahl",)),
    ("Zambia", ("Mr Chola Mwewa",)),
    ("CMC", ("Ms Rebecca Stanhope",)),
    ("ICRC", ("Mr Étienne Falquet",)),
    ("UNODA", ("Ms Paola Nardi",)),
    ("ISU", ("Ms Grace Katongo", "Mr Yves Delacroix")),
)

MANDATES = (
    ("Theme", "Coordinators"),
    ("General status and operation", "Bosnia and Herzegovina (2017–2019), Zambia (2018–2020)"),
    ("Universalization", "Panama (2017–2019), Chile (2018–2020)"),
    ("Victim assistance", "Ireland (2017–2019), Spain (2018–2020)"),
    ("Clearance and risk reduction", "Lao PDR (2017–2019), Sweden (2018–2020)"),
    ("Stockpile destruction and retention", "Croatia (2017–2019), Mozambique (2018–2020)"),
    ("Cooperation and assistance", "Peru (2017–2019), Netherlands (2018–2020)"),
    ("Transparency reporting", "Iraq (2018–2019)"),
    ("National implementation measures", "New Zealand (2018–2019)"),
)

ACTIONS = (
    ("No", "Action", "Responsible", "Deadline"),
    ("1", "Write to the signatories", "President", "31 July 2019"),
    ("2", "Send a second reminder on contributions", "ISU", "first week of August"),
    ("3", "Circulate the merged progress report", "Bosnia and Herzegovina, Zambia", "26 July 2019"),
    ("4", "Send out samples of both formats", "Bosnia and Herzegovina, Zambia", "31 July 2019"),
    ("5", "Circulate a note on victim data", "Ireland, Spain", "16 August 2019"),
    ("6", "Publish the list of overdue initial reports", "ISU", "31 August 2019"),
    ("7", "Present a questionnaire on national laws", "New Zealand", "next meeting"),
)

WORDS: tuple[tuple[int, str, tuple[str, ...]], ...] = (
    (
        1,
        "Attendance",
        ("Apologies received: Iraq, Mozambique", "Apologies not received: Peru"),
    ),
    (
        1,
        "Opening and minutes",
        (
            (
                "Ambassador Jayatissa opened the meeting and welcomed Mr Mwewa, who had joined the Mission of Zambia in June."
                " The minutes of 6 June 2019 were approved with one correction proposed by Ireland."
            ),
        ),
    ),
    (1, "Report of the President", ()),
    (
        2,
        "Membership of the Convention",
        (
            (
                "The President reported that 106 States had joined, the Philippines having been the latest to deposit, on"
                " 3 January 2019, and that fourteen signatories had still to ratify. She would write to all fourteen before"
                " the end of July. The accession bill of the Maldives had passed its last reading and awaited the signature"
                " of the Head of State."
            ),
        ),
    ),
    (
        2,
        "Finances of the ISU",
        (
            (
                "The ISU Director, Ms Katongo, said that contributions for 2019 stood at CHF 351,420.75 from 44 States, or"
                " 74 per cent of the budget of CHF 474,900. A second reminder would leave in the first week of August. The"
                " Netherlands announced CHF 30,000 for the sponsorship programme, to be paid before the 9MSP."
            ),
        ),
    ),
    (1, "Reports of the Coordinators", ()),
    (
        2,
        "General status and operation",
        (
            (
                "Bosnia and Herzegovina, also on behalf of Zambia, had received five of the eight sections of the progress"
                " report. The missing three were expected by 19 July. The Coordinators would merge all sections and"
                " circulate the result by 26 July."
            ),
        ),
    ),
    (
        2,
        "Universalization",
        (
            (
                "Panama reported on six bilateral meetings. Sao Tome and Principe had sent the Convention to its National"
                " Assembly. In Saint Lucia the file lay with the Attorney-General. Nigeria indicated that its Council of"
                " Ministers would take up ratification in the autumn. Chile undertook to visit the Mission of Jamaica before"
                " the 9MSP."
            ),
        ),
    ),
    (
        2,
        "Victim assistance",
        ("Ireland and Spain would circulate a note on the data that States collect on victims by 16 August.",),
    ),
    (
        2,
        "Clearance and risk reduction",
        (
            (
                "Two extension requests under Article 4 were before the Coordinators, from Germany and from Lao PDR. Lao PDR"
                " left the analysis of its own request to Sweden. Sweden aimed to finish both by 5 August and asked the ICRC"
                " to comment on the drafts; Mr Falquet agreed."
            ),
        ),
    ),
    (
        2,
        "Stockpile destruction and retention",
        (
            (
                "Croatia had put written questions to Bulgaria on 28 June concerning its request under Article 3 and hoped"
                " for answers within three weeks."
            ),
        ),
    ),
    (
        2,
        "Transparency reporting",
        (
            (
                "In the absence of Iraq the ISU reported that 53 annual reports had come in by the deadline of 30 April and"
                " that 14 initial reports were outstanding. It was asked to publish a list of the latter and would do so"
                " before 31 August."
            ),
        ),
    ),
    (
        2,
        "National implementation measures",
        ("New Zealand offered to present a short questionnaire on national laws at the next meeting.",),
    ),
    (
        1,
        "Format of the progress report",
        (
            (
                "Zambia proposed to replace the long narrative by a table of goals with a summary of two pages. Ireland and"
                " New Zealand supported this: ministers read two pages, nobody read forty. Croatia and Spain preferred to"
                " keep the narrative, because a table hides what stands behind a figure. Panama had no instructions yet."
                " Sweden asked to see a sample before taking a position. The CMC was in favour of the table, provided that"
                " it named each State."
            ),
            (
                "It was agreed that Bosnia and Herzegovina and Zambia would send out a sample of both formats by 31 July and"
                " that the Committee would come back to the question after the 9MSP."
            ),
        ),
    ),
    (
        1,
        "Preparations for the 9MSP",
        (
            (
                "The 9MSP will be held in Geneva from 2 to 4 September 2019. The President will send the annotated programme"
                " to all States by 12 August; delegations should register by 23 August. Ms Nardi explained that USD 61,500"
                " of the estimated USD 398,200 had not been paid, and that one afternoon might have to be given up. Sri Lanka"
                " will consult the twelve States with the largest arrears."
            ),
        ),
    ),
    (
        1,
        "Coordinators until the 9MSP",
        ("The ISU recalled who holds which theme. Half of the mandates end with the 9MSP.",),
    ),
    (
        1,
        "Next meeting",
        (
            (
                "It was agreed to meet again on Thursday, 17 October 2019, at 10:00, at the Permanent Mission of Switzerland,"
                " under the new Presidency."
            ),
        ),
    ),
    (1, "Summary of action points", ()),
)

NOTES = ("Circulated on 15 July 2019. Comments to the ISU by 22 July.",)
