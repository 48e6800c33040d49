/** The whole look of the page: nothing is loaded, and it works on a phone, in light and in the dark. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #f5f6f8; --card: #fff; --ink: #16202c; --soft: #566273; --line: #d5dae1;
  --approve: #0a5c9e; --approve-ink: #fff; --alert: #a4262c; --alert-paper: #fdf0ef; --focus: #0a5c9e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #10151c; --card: #19212b; --ink: #e8edf3; --soft: #a3b0bf; --line: #323d4a;
    --approve: #63b3f0; --approve-ink: #08131d; --alert: #ff9b94; --alert-paper: #3a1d1c; --focus: #8cc8f7;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 1.25rem 1rem 3rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere;
}
main { max-width: 46rem; margin: 0 auto; }
.origin { margin: 0 0 .5rem; color: var(--soft); font-size: .875rem; }
h1 { margin: 0 0 .5rem; font-size: 1.625rem; line-height: 1.25; letter-spacing: -.01em; }
h2 { margin: 2rem 0 .75rem; font-size: 1.125rem; }
h3 { margin: 0; font-size: 1rem; }
p { margin: .5rem 0; }
h1 ~ p { margin-bottom: .875rem; }
a { color: var(--approve); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .625rem; padding: 1rem; }
.card + .card { margin-top: .75rem; }
.alert { border-color: var(--alert); background: var(--alert-paper); }
.soft { color: var(--soft); }
.small { font-size: .875rem; }
dl { display: grid; grid-template-columns: 9.5rem 1fr; gap: .375rem 1rem; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; }
ul { list-style: none; margin: .75rem 0 0; padding: 0; }
li { padding: .5rem 0; border-top: 1px solid var(--line); }
li:last-child { padding-bottom: 0; }
code { font: .9375rem/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.value { display: block; font-weight: 600; }
.touched { font-weight: 600; }
label { display: block; font-weight: 600; }
.hint { margin-top: .375rem; }
input {
  width: 100%; min-height: 3rem; margin: .375rem 0 0; padding: .5rem .75rem; font: inherit; color: inherit;
  background: var(--paper); border: 1px solid var(--soft); border-radius: .5rem;
}
.choices { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin-top: 1.25rem; }
button {
  width: 100%; min-height: 3.25rem; padding: .5rem 1rem; font: inherit; font-weight: 600; cursor: pointer;
  color: var(--ink); background: transparent; border: 2px solid var(--soft); border-radius: .5rem;
}
button.approve { color: var(--approve-ink); background: var(--approve); border-color: var(--approve); }
button[hidden] { display: none; }
@media (max-width: 34rem) {
  dl { grid-template-columns: 6.75rem 1fr; column-gap: .75rem; }
  .choices { grid-template-columns: 1fr; gap: 1.5rem; }
}
`;
