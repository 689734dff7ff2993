// The one script of the pages. Everything can be read, searched, filtered and sent without it.
import "./main.css";
import "./icons.svg";
import "./keys.js";
import "./sending.js";
import "./dots.js";
