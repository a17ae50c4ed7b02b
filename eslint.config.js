import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** The layers of the house: who may import whom. docs/architecture.md draws the same picture. */
const layers = {
  domain: ['domain'],
  contracts: ['contracts'],
  platform: ['platform', 'contracts'],
  web: ['web'],
  documents: ['documents'],
  app: ['domain', 'contracts', 'platform', 'web', 'documents'],
  tool: ['domain', 'contracts', 'platform', 'documents', 'tool'],
};

/** Tests with real servers start them, so they may use the tools as well. */
const layersOfTests = Object.fromEntries(
  Object.entries(layers).map(([layer, allowed]) => [layer, [...allowed, 'tool']]),
);

const boundaries = (allowedByLayer) => [
  'error',
  {
    allow: [],
    depConstraints: Object.entries(allowedByLayer).map(([layer, allowed]) => ({
      sourceTag: `layer:${layer}`,
      onlyDependOnLibsWithTags: allowed.map((name) => `layer:${name}`),
    })),
  },
];

export default tseslint.config(
  { ignores: ['**/node_modules', '**/dist', '.nx', '.kyzmat', '**/generated/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(layers),
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Not to go away: marked so that one looks twice. The driver prefers an overload with an argument we never need,
      // and plain http is allowed on the loopback address only.
      '@typescript-eslint/no-deprecated': [
        'error',
        {
          allow: [
            { from: 'package', name: 'createIndex', package: 'mongodb' },
            { from: 'package', name: 'allowInsecureRequests', package: 'openid-client' },
          ],
        },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.{test,spec,e2e}.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  {
    files: ['**/*.{spec,e2e}.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries(layersOfTests) },
  },
  { files: ['**/*.{js,mjs}'], ...tseslint.configs.disableTypeChecked },
  prettier,
);
