export { evaluateRegister } from './evaluate/evaluate.ts';
export type { Evaluation, Score } from './evaluate/evaluate.ts';
export { evaluateAnew } from './evaluate/evaluate-anew.ts';
export type { Trial } from './evaluate/evaluate-anew.ts';
export type { IdentifierChanges } from './evaluate/identifiers.ts';
export type { CountedAge, CountedCounty } from './evaluate/residents.ts';
export type { HouseholdEvaluation } from './evaluate/evaluate-households.ts';
export { assignPersons } from './identity/assign-persons.ts';
export type { Assignment, Overlap, PersonEvent } from './identity/assign-persons.ts';
export { refresh } from './refresh.ts';
export type { RefreshOptions, RefreshResult, RefreshStep } from './refresh.ts';
export type { Decision, DoubtfulPair, OtherLinkage } from './resolve/resolve.ts';
export { hideNumbersSql } from './resolve/mention-sql.ts';
export { personModel, personModelBy } from './resolve/person-model.ts';
export { currentVersion, eventFiles, tableFile } from './versions.ts';
export type { RegisterVersion, Table } from './versions.ts';
export { openRegister } from './read/register-reader.ts';
export type {
  Account,
  AreaCount,
  FoundPerson,
  Panorama,
  RegisterBasis,
  RegisterReader,
  Spell,
} from './read/register-reader.ts';
export type { Candidate, Wanted } from './read/find-person.ts';
export { openDesk, versionStamp } from './read/desk.ts';
export type { Desk } from './read/desk.ts';
export { doubtfulPairs, locatePair } from './read/doubtful-pairs.ts';
export type { LocatedPair } from './read/doubtful-pairs.ts';
export { findPeople } from './read/find-people.ts';
export type { Located, PersonAtDesk } from './read/find-people.ts';
export { maskAddress, maskName } from './read/mask.ts';
export { recordSide } from './read/pair-sides.ts';
export type { RecordSide } from './read/pair-sides.ts';
export { seePerson } from './read/see-person.ts';
export type { PanoramaAtDesk } from './read/see-person.ts';
export { areaCounts, countyAccounts } from './read/totals.ts';
export { refreshAlone } from './refresh-alone.ts';
export type { ResidentCount } from './residence/estimate-residence.ts';
export { PAIR_DECIDED, decisionsOf } from './resolve/decisions.ts';
export type { Verdict } from './resolve/decisions.ts';
export { registerStart } from './statistics/read-start.ts';
export { registerHouseholds } from './households/read-households.ts';
export type { HouseholdCount } from './households/read-households.ts';
export { scaleOf } from './statistics/scale-of.ts';
