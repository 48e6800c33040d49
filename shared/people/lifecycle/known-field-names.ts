import { type LifecycleField, lifecycleFields } from '../../config/lifecycle-mapping.ts';
import type { ClaimedChange } from './claimed-change.ts';
import { plainWord } from './plain-word.ts';

/**
 * What columns, variables and labels are called in English, German and French; where several are there, the first
 * that is not empty counts. Not among them: private addresses, and those of managers and requesters.
 */
const knownNames: Readonly<Record<LifecycleField, readonly string[]>> = {
  action: ['action', 'change', 'lifecycle action', 'request type', 'Aktion', 'événement'],
  status: ['status', 'worker status', 'employee status', 'employment status', 'Mitarbeiterstatus', 'statut'],
  email: [
    ...['work email', 'work e-mail address', 'business email', 'corporate email', 'company email'],
    ...['email', 'email address', 'mail', 'user email', 'employee email', 'user principal name', 'UPN'],
    ...['geschäftliche E-Mail', 'dienstliche E-Mail', 'E-Mail-Adresse', 'Mailadresse'],
    ...[
      'e-mail professionnel',
      'courriel professionnel',
      'courriel',
      'adresse e-mail',
      'adresse électronique',
    ],
  ],
  firstName: ['first name', 'given name', 'forename', 'Vorname', 'prénom'],
  lastName: ['last name', 'surname', 'family name', 'Nachname', 'Familienname', 'nom de famille', 'nom'],
  fullName: ['full name', 'display name', 'employee', 'employee name', 'name', 'Mitarbeiter', 'nom complet'],
  employeeId: ['employee id', 'employee number', 'worker id', 'Personalnummer', 'matricule'],
  startDay: [
    ...['start date', 'first day', 'first working day', 'hire date', 'joining date'],
    ...['Eintrittsdatum', 'Eintritt', "date d'entrée", "date d'embauche"],
  ],
  lastDay: [
    ...['last day worked', 'last working day', 'last day of work', 'last day', 'termination date'],
    ...['leaving date', 'exit date', 'offboarding date', 'end date'],
    ...['letzter Arbeitstag', 'Austrittsdatum', 'Austritt'],
    ...['dernier jour travaillé', 'dernier jour', 'date de sortie', 'date de départ'],
  ],
  timeZone: ['time zone', 'Zeitzone', 'fuseau horaire'],
  location: ['location', 'work location', 'office', 'Standort', 'Arbeitsort', 'lieu de travail', 'lieu'],
  terminationType: ['termination type', 'leaving type', 'departure type', 'Austrittsart', 'type de départ'],
  immediate: ['immediate', 'immediate termination', 'sofort', 'immédiat'],
  profile: ['profile', 'access profile', 'Profil'],
  ticket: ['ticket', 'ticket number'],
  requester: ['requester', 'requested by', 'Antragsteller', 'demandeur'],
};

const plainNames = new Map(lifecycleFields.map((field) => [field, knownNames[field].map(plainWord)]));

/** What a set of named texts tells, by the names that are known; a name in `ownNames` replaces those of its field. */
export function claimsByName(
  texts: ReadonlyMap<string, string>,
  ownNames: Readonly<Partial<Record<LifecycleField, string | undefined>>> = {},
): ClaimedChange {
  const byPlainName = new Map([...texts].map(([name, text]) => [plainWord(name), text.trim()]));
  const claims: Partial<Record<LifecycleField, string>> = {};
  for (const [field, usualNames] of plainNames) {
    const own = ownNames[field];
    const names = own === undefined ? usualNames : [plainWord(own)];
    const text = names.map((name) => byPlainName.get(name)).find(Boolean);
    if (text !== undefined) claims[field] = text;
  }
  return claims;
}

/** Whether anything of what is known is called so. */
export function isKnownName(name: string): boolean {
  return knownWords.has(plainWord(name));
}

const knownWords: ReadonlySet<string> = new Set([...plainNames.values()].flat());
