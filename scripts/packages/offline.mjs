// The lab in one file, for a disk or a stick: all that index.html asks for is in the page, and the
// page's policy allows just these scripts.
import {createHash} from 'node:crypto';
import {gzipSync} from 'fflate';

const shaOf = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export function offlinePage(dist) {
  const text = name => String(dist[name]);
  // A script ends at the first such tag, wherever it stands.
  const script = name => text(name).replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--').trim();
  const packed = Buffer.from(gzipSync(dist['abscope.wasm'], {level: 9, mtime: 0})).toString('base64');
  const scripts = [`globalThis.abscopeWasm="${packed}";`, script('host.js'), script('loader.js'), script('abscope.js')];
  // All languages, packed: a page on a disk may fetch nothing.
  const files = Object.fromEntries(Object.keys(dist).filter(name => /^lang-(?!..-X[AB]).*\.(json|ttf)$/.test(name)).sort()
      .map(name => [`${name}.gz`, Buffer.from(gzipSync(dist[name], {level: 9, mtime: 0})).toString('base64')]));
  const languages = [`globalThis.abscopeFiles = ${JSON.stringify(files)};`];
  const style = text('abscope.css').trim();
  const attributes = /<script src="loader\.js[^"]*"([^>]*)defer><\/script>/.exec(text('index.html'))[1]
      .replace(/data-(version|offline)="[^"]*"/g, 'data-$1=""').trim();
  const policy = ["default-src 'none'", `script-src 'wasm-unsafe-eval' ${[...scripts, ...languages].map(shaOf).join(' ')}`,
    `style-src ${shaOf(style)}`, 'img-src data:', 'worker-src blob:', "base-uri 'none'", "form-action 'none'"].join('; ');
  const [wasm, host, loader, program] = scripts;
  // Scripts in the page run where they stand: after the elements that they look for.
  const body = languages.map(one => `<script>${one}</script>\n`).join('') + `<script>${wasm}</script>\n<script>${host}</script>\n<script>${program}</script>\n` +
      `<script ${attributes}>${loader}</script>\n</body>`;
  return text('index.html')
      .replace(/<meta http-equiv="Content-Security-Policy" content="[^"]*">/,
          () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
      .replace(/<script src=[^>]*><\/script>\n/g, '')
      .replace(/<link rel="(alternate|canonical)"[^>]*>\n/g, '')
      .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`)
      .replace('</body>', () => body);
}
