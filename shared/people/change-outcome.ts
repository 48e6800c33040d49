/** What became of one change to one person. Anything that is neither refused nor so is thrown. */
export type ChangeOutcome =
  | { readonly result: 'changed' }
  /** It is as wished: it was so before, or an earlier try whose answer was lost made it so. */
  | { readonly result: 'already' }
  /** It was looked at afterwards, and it is not as wished. `reason` is fit to be shown. */
  | { readonly result: 'refused'; readonly reason: string };
