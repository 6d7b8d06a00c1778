// Vite's own client types bring the DOM library, which worker code must not see.
declare module '*?url' {
  const url: string;
  export default url;
}
interface ImportMeta {
  readonly env: { readonly DEV: boolean; readonly BASE_URL: string };
}
