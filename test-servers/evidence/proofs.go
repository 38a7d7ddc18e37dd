package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"
)

func proofHolds(file string, entries [][]byte, verifier note.Verifier) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if strings.HasSuffix(file, ".consistency") {
		return consistent(string(text), entries)
	}
	if strings.HasSuffix(file, ".cosigned") {
		return cosignatureHolds(string(text), verifier)
	}
	return included(string(text), entries, verifier)
}

// included reads c2sp.org/tlog-proof@v1 without extra data.
func included(text string, entries [][]byte, verifier note.Verifier) error {
	head, checkpoint, found := strings.Cut(text, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return fmt.Errorf("this is no tlog-proof@v1")
	}
	tree, err := open([]byte(checkpoint), verifier)
	if err != nil {
		return err
	}
	index, err := strconv.ParseUint(strings.TrimPrefix(lines[1], "index "), 10, 63)
	if err != nil || index >= uint64(len(entries)) {
		return fmt.Errorf("no such entry: %q", lines[1])
	}
	path, err := hashes(lines[2:])
	if err != nil {
		return err
	}
	leaf := rfc6962.DefaultHasher.HashLeaf(entries[index])
	return proof.VerifyInclusion(rfc6962.DefaultHasher, index, uint64(tree.N), leaf, path, tree.Hash[:])
}

// consistent reads two sizes and a hash a line; the roots are the entries' own.
func consistent(text string, entries [][]byte) error {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	var earlier, later uint64
	if _, err := fmt.Sscanf(lines[0], "%d %d", &earlier, &later); err != nil {
		return err
	}
	if earlier > later || later > uint64(len(entries)) {
		return fmt.Errorf("no such sizes: %q", lines[0])
	}
	path, err := hashes(lines[1:])
	if err != nil {
		return err
	}
	before, err := rootOf(entries[:earlier])
	if err != nil {
		return err
	}
	after, err := rootOf(entries[:later])
	if err != nil {
		return err
	}
	return proof.VerifyConsistency(rfc6962.DefaultHasher, earlier, later, path, before, after)
}

func hashes(lines []string) ([][]byte, error) {
	var all [][]byte
	for _, line := range lines {
		hash, err := base64.StdEncoding.Strict().DecodeString(line)
		if err != nil {
			return nil, err
		}
		all = append(all, hash)
	}
	return all, nil
}
