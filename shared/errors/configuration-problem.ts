import { AutomationError } from './automation-error.ts';

/**
 * A person has to put something right before this can work: a missing scope, a wrong list id, a disabled key.
 * Repeating the call changes nothing; the message says what to change and where.
 */
export class ConfigurationProblem extends AutomationError {}
