import { birthCertificate, maternalCare, vaccination } from './births.ts';
import { deathCertificate, marriage } from './deaths-and-unions.ts';
import type { Feed } from './feed.ts';
import { householdRegistration } from './household-registration.ts';
import { employeePension, medicalInsurance, residentPension } from './insurance.ts';
import { rentalHouse, residencePermit } from './residence.ts';
import { schoolRoll } from './school-roll.ts';
import { assistance, disability, employment } from './support.ts';

/** Every dataset that the city's departments send, in the order in which they are written. */
export const feeds: readonly Feed[] = [
  householdRegistration,
  residencePermit,
  rentalHouse,
  birthCertificate,
  maternalCare,
  vaccination,
  deathCertificate,
  marriage,
  schoolRoll,
  employeePension,
  residentPension,
  medicalInsurance,
  disability,
  assistance,
  employment,
];
