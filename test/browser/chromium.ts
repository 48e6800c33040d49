import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const usualNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const usualPlaces = [
  '/usr/bin',
  '/snap/bin',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
];

/** A browser without a window that calls nobody but the page. `CHROMIUM_PATH` names one in an unusual place. */
export async function startChromium(): Promise<Browser> {
  return await chromium.launch({
    executablePath: findChromium(),
    args: [
      // Chromium does not run as root with its sandbox; only pages of this test are opened.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

function findChromium(): string {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  const folders = [...PATH.split(delimiter), ...usualPlaces];
  const found = folders
    .flatMap((folder) => [...usualNames, 'Google Chrome', 'Chromium'].map((name) => join(folder, name)))
    .find((file) => existsSync(file));
  if (found) return found;
  throw new Error(
    'The tests of the approval page need Chromium or Chrome: install it (Debian: apt-get install chromium), or say in CHROMIUM_PATH where it is.',
  );
}
