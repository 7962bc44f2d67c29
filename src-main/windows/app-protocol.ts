import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { appScheme, isOfPage, pageOf } from './page.ts';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.map': 'application/json',
};

/** Nothing but our own files, and no connection anywhere (guarantees.md 2). */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
  'Cache-Control': 'no-cache',
};

/** A file of the page, or undefined when the URL names nothing that is ours to serve. */
export type Asset = { path: string; contentType: string };

const builtPage = pageOf(undefined);
/** Names as Vite writes them: no dot files, no way up, no encoded tricks. */
const assetPath = /^\/(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*$/;

/** Finds the file that a URL of our scheme names below `root`. */
export function assetOf(url: string, root: string): Asset | undefined {
  if (!isOfPage(url, builtPage)) return undefined;
  const pathname = new URL(url).pathname === '/' ? '/index.html' : new URL(url).pathname;
  if (!assetPath.test(pathname) || pathname.includes('..')) return undefined;
  const contentType = contentTypes[extname(pathname)];
  const path = join(root, ...pathname.split('/'));
  if (contentType === undefined || !path.startsWith(root + sep)) return undefined;
  return { path, contentType };
}

/** Answers a request of our scheme from the folder of the built page. */
export async function serveAsset(request: { method: string; url: string }, root: string): Promise<Response> {
  const asset = request.method === 'GET' || request.method === 'HEAD' ? assetOf(request.url, root) : undefined;
  if (!asset) return new Response('Not found', { status: 404, headers: pageHeaders });
  try {
    const body = await readFile(asset.path);
    return new Response(body, { headers: { ...pageHeaders, 'Content-Type': asset.contentType } });
  } catch {
    return new Response('Not found', { status: 404, headers: pageHeaders });
  }
}

/** What Chromium has to know of our scheme before the app is ready. */
export const schemePrivileges = {
  scheme: appScheme,
  // `codeCache`: the page's script is compiled once, not at every start.
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};
