#!/usr/bin/env bash
# Saves the databases, then the documents, into a new folder: a document without a row is only space, a row without its
# document is a loss. docs/operations.md says when and how.
#   save.sh FOLDER
# DATABASE_HOST, DATABASE_PORT, DATABASE_USER, DATABASE_PASSWORD, DATABASE_NAMES (separated by spaces)
# DOCUMENTS_FOLDER: the documents' folder, or the bucket's in the store's; empty where another store keeps and saves them
set -euo pipefail
umask 077
to=${1:?"the folder to save into"}
mkdir "$to"
export MYSQL_PWD=${DATABASE_PASSWORD-}
server=(--host="${DATABASE_HOST:?}" --port="${DATABASE_PORT:-3306}" --user="${DATABASE_USER:?}")

for name in ${DATABASE_NAMES:?}; do
  mariadb-dump "${server[@]}" --single-transaction --quick --routines --triggers --hex-blob "$name" | gzip > "$to/$name.sql.gz"
done
if [ -n "${DOCUMENTS_FOLDER?}" ]; then
  tar -C "$DOCUMENTS_FOLDER" --xattrs --exclude=./incoming -czf "$to/documents.tar.gz" .
fi
(cd "$to" && sha256sum -- *.gz > SHA256SUMS)
echo "Saved into $to"
