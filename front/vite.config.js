import { defineConfig } from "vite";

// Every key of `input` is one page shell; manifest.json tells the templates the names with their digests.
export default defineConfig({
  base: "./", // addresses inside the CSS are relative, so the static prefix may be anything
  publicDir: false,
  build: {
    outDir: "../src/sanam/interfaces/web/static/built",
    emptyOutDir: true,
    manifest: "manifest.json", // collectstatic skips the default, which hides in a dot folder
    assetsInlineLimit: 0, // the Content-Security-Policy allows no data: fonts
    modulePreload: false,
    target: "chrome100",
    cssTarget: "chrome100",
    rolldownOptions: {
      input: { web: "web/main.js" },
    },
  },
});
