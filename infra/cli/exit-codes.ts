/** How a command tells the shell what became of it. */
export const exitCodes = {
  done: 0,
  /** It failed, or a check found something that needs a person. */
  failed: 1,
  /** The command line itself was wrong; nothing was done. */
  wrongUsage: 2,
  /** Ctrl-C: 128 and the number of the signal. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
