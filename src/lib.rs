//! Repères reads a French news article.
