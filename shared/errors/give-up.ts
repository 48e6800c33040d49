import { AutomationError } from './automation-error.ts';

/** Something answered in a way that neither waiting nor configuration mends: record the failure and go on. */
export class GiveUp extends AutomationError {}
