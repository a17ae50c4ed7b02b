import { Router } from 'express';
import { assets, type Asset } from './assets.ts';

/** Serves the files under `/assets`: their addresses change with their content, so browsers keep them for good. */
export function assetsRouter(): Router {
  return Router().get('/assets/:name', (req, res, next) => {
    const asset = assets().file(req.params.name);
    if (asset === undefined) {
      next();
      return;
    }
    const encoding = encodingFor(asset, req.acceptsEncodings());
    res.set('Cache-Control', 'public, max-age=31536000, immutable').vary('Accept-Encoding').type(asset.type);
    if (encoding !== undefined) res.set('Content-Encoding', encoding === 'brotli' ? 'br' : encoding);
    res.send(encoding === undefined ? asset.body : asset[encoding]);
  });
}

function encodingFor(asset: Asset, accepted: readonly string[]): 'brotli' | 'gzip' | undefined {
  if (asset.brotli !== undefined && accepted.includes('br')) return 'brotli';
  return asset.gzip !== undefined && accepted.includes('gzip') ? 'gzip' : undefined;
}
