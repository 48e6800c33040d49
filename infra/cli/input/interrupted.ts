/** Ctrl-C or Ctrl-D at a question: no failure, and nothing to explain. */
export class Interrupted extends Error {}
