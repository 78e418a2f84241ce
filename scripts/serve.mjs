// A static file server for dist/: serve.mjs FOLDER [PORT]. Sends no CORS headers, as most course
// servers do not.
import {createServer} from 'node:http';
import {createReadStream, statSync} from 'node:fs';
import {extname, join, normalize, resolve, sep} from 'node:path';
import {fileURLToPath} from 'node:url';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

// Resolves to {port, close}. Port 0 picks a free one. pages: {'/name': html} served besides files;
// headers: sent with every file.
export function serve(folder, port = 0, pages = {}, headers = {}) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    let path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    if (path in pages) {
      response.writeHead(200, {'Content-Type': types['.html']});
      response.end(pages[path]);
      return;
    }
    if (path.endsWith('/')) path += 'index.html';
    const file = normalize(join(root, path));
    let found = file.startsWith(root + sep);
    try {
      found = found && statSync(file).isFile();
    } catch {
      found = false;
    }
    if (!found) {
      response.writeHead(404, {'Content-Type': 'text/plain'});
      response.end('Not found\n');
      return;
    }
    response.writeHead(200, {
      'Content-Type': types[extname(file)] || 'application/octet-stream',
      'Cache-Control': 'no-cache',
      ...headers,
    });
    if (request.method === 'HEAD') return response.end();
    createReadStream(file).pipe(response);
  });
  return new Promise((done, fail) => {
    server.on('error', fail);
    server.listen(port, '127.0.0.1', () => done({
      port: server.address().port,
      close: () => {
        server.closeAllConnections?.();
        server.close();
      },
    }));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, port = '8080'] = process.argv.slice(2);
  try {
    const {port: bound} = await serve(folder, Number(port));
    console.log(`\nAbscope is at  http://localhost:${bound}/   (Ctrl+C ends)`);
  } catch (error) {
    console.error(error.code === 'EADDRINUSE' ?
        `Port ${port} is taken. Choose another: ./build-wasm.sh --serve --port ${Number(port) + 1}` :
        String(error));
    process.exit(1);
  }
}
