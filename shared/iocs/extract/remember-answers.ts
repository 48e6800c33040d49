/** Enough for the hosts and links of a long report, and little memory whatever is sent. */
const mostRemembered = 4_096;

/**
 * Reports and logs name the same hosts and links again and again, and to work one out costs more than all else
 * about it. The answers to the last few thousand different texts are kept; `workOut` must depend on the text alone.
 */
export function rememberAnswers<Answer>(workOut: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>();
  return (text) => {
    const known = answers.get(text);
    if (known) return known.answer;
    if (answers.size >= mostRemembered) answers.clear();
    const answer = workOut(text);
    answers.set(text, { answer });
    return answer;
  };
}
