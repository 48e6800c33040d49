/**
 * The family of errors of this project. The class says what the caller should do,
 * the message what was wrong, what was received, what would be right and what to do next.
 * None of them may ever carry a secret: messages end up in logs and answers.
 */
export abstract class AutomationError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
