/** Characters that no reader sees and that chat programs and PDF readers put into long words. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;

/** Joiners mean something between the letters of some scripts, and nothing in a word of ASCII. */
const joiners = /[\u200c\u200d]/g;
const asciiAndJoiners = /^[\u0020-\u007e\u200c\u200d]*$/;

/** How analysts disarm addresses, and what each form stands for. */
const disarmedForms: readonly (readonly [form: RegExp, meaning: string])[] = [
  // Only where the colon of a scheme follows: `fxpro.com` is a name of its own.
  [/^h(?:xx|\*\*)p(?=s?[[({]?:)/i, 'http'],
  [/^fxp(?=s?[[({]?:)/i, 'ftp'],
  [/[[({]:\/\/[\])}]/g, '://'],
  [/[[({]:[\])}]/g, ':'],
  [/[[({](?:\.|dot)[\])}]/gi, '.'],
  [/[[({](?:@|at)[\])}]/gi, '@'],
  [/\\\./g, '.'],
];

/** Visible ASCII without any character that a form consists of, and without a disarmed scheme: most texts are. */
const plainText = /^(?!h(?:xx|\*\*)p|fxp)[ -'*-Z\]-z|}~]*$/i;

/** One form may hide another (`[[.]]`); more layers than this are nobody's honest writing. */
const mostLayers = 3;

/**
 * Turns a disarmed indicator back into what it stands for: `hxxp[:]//bad[.]example` → `http://bad.example`.
 * Text without disarmed forms comes back as it is, and so does the result of an earlier call.
 *
 * @returns `undefined` when forms are nested deeper than anybody writes them.
 */
export function refang(text: string): string | undefined {
  if (plainText.test(text)) return text;
  let current = withoutInvisibleCharacters(text);
  for (let layer = 0; layer <= mostLayers; layer += 1) {
    const next = disarmedForms.reduce((value, [form, meaning]) => value.replace(form, meaning), current);
    if (next === current) return current;
    current = next;
  }
  return undefined;
}

function withoutInvisibleCharacters(text: string): string {
  const visible = text.replace(invisible, '');
  return asciiAndJoiners.test(visible) ? visible.replace(joiners, '') : visible;
}
