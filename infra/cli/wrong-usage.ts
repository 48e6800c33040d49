import { AutomationError } from '#shared/errors/automation-error.ts';

/** The command line cannot be carried out as it stands; nothing was done. The message is one line. */
export class WrongUsage extends AutomationError {}
