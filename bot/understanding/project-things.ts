/** Any of these, in a folded word; spaces are between them. */
const anyOf = (list: string): RegExp => new RegExp(list.trim().split(/\s+/).join('|'))

/** Words of projects, whatever they are joined with: "acceptanstesterna", "delprojektet". */
export const OF_PROJECTS = anyOf(String.raw`
  projekt leverans leverera leverant milstolp up+handl anbud avtalet avtalat tids?plan budget aktivitet etapp pilot driftsatt ^drift inforan
  utrull migrer konverter integration krav test(?!a$) konsult styrgrupp bestallar sponsor ersattare beslutspunkt ^b[a0-4]$ rel[ei]ase? sprint
  licens utbildning installation modul omfattning scope datum kostnad pengarna resurs ^app(en)?$ appen$ golive ^live$ slutrapport forstudie
  direktiv utveckl arkitekt ^planen$ ^team ^version
  project procur tender vendor supplier deliver mileston training requirement migration deadline schedul consultan licen[cs] develop
  rollout module steering ^contracts?$ ^plan$ ^phase ^costs?$ ^bid$
`)
/** Moved every day, whomever it is with: a steering group's meeting is no part of its plan. */
export const OF_THE_CALENDAR = anyOf(String.raw`
  mote[nts]?$ motena$ ^meetings?$ avstamning lunch fika frukost semester ^ledig vacation ^holidays?$ ^kurs(en|er)?$
`)
/** Late and dear every day, to whoever lives in a city. */
export const OF_THE_DAY = anyOf(String.raw`
  ^hyr[ae] parker ^sop(or|an|horna) sophamt ^buss ^tag(et|en)?$ ^sl$ biljett bibliotek ^bok(en)?$ forskol dagis ^barn faktura bygglov(et)?$
  ^paket ^post(en)?$ ^rakning avgift ^betala lagenhet bostad ^lon(en)?$ ^ses$ ^hors$ ^mat(en)?$ ^hund(en|ar)?$ ^katt
  ^rents?$ ^parking ^bins?$ ^bus(es)?$ ^trains?$ ^tickets?$ ^books?$ ^child ^kids?$ ^invoices?$ ^permits?$ ^parcels?$ ^fees?$ ^pay
  ^apartment ^flat$ ^bills?$
`)
