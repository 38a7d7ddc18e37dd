// Checks evidence with other people's code: the note and its key (golang.org/x/mod), the tiles (the same),
// leaves, root and proofs (transparency-dev/merkle), canonical headers (gowebpki/jcs), cosignatures
// (transparency-dev/formats).
//
// Usage: evidence KEY FOLDER [FILE.tlog-proof|FILE.consistency|FILE.cosigned ...]
// KEY holds a verifier key, FOLDER is laid out as c2sp.org/tlog-tiles. Exit: 0 all holds; 1 something doesn't, and says what.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/gowebpki/jcs"
	"github.com/transparency-dev/merkle/compact"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "Expected a verifier key's file and a folder of tiles")
		os.Exit(2)
	}
	told, err := check(os.Args[1], os.Args[2], os.Args[3:])
	if err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
	fmt.Println("holds:", told)
}

func check(key, folder string, files []string) (string, error) {
	verifier, err := verifierIn(key)
	if err != nil {
		return "", err
	}
	signed, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	if err != nil {
		return "", err
	}
	tree, err := open(signed, verifier)
	if err != nil {
		return "", err
	}
	entries, err := entriesIn(folder, tree.N)
	if err != nil {
		return "", err
	}
	for _, step := range []func() error{
		func() error { return canonicalAndChained(entries) },
		func() error { return sameRoot(entries, tree) },
		func() error { return tilesHold(folder, entries, tree) },
	} {
		if err := step(); err != nil {
			return "", err
		}
	}
	for _, file := range files {
		if err := proofHolds(file, entries, verifier); err != nil {
			return "", fmt.Errorf("%s: %w", filepath.Base(file), err)
		}
	}
	return fmt.Sprintf("%d entries, %d proofs", tree.N, len(files)), nil
}

func verifierIn(file string) (note.Verifier, error) {
	line, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return note.NewVerifier(strings.TrimSpace(string(line)))
}

// open gives the tree that a checkpoint signs, whose origin must be the key's name.
func open(signed []byte, verifier note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	origin, rest, _ := strings.Cut(opened.Text, "\n")
	if origin != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("the checkpoint's origin is %q", origin)
	}
	// x/mod names another first line; the two after it are the same.
	return tlog.ParseTree([]byte("go.sum database tree\n" + rest))
}

func entriesIn(folder string, size int64) ([][]byte, error) {
	var entries [][]byte
	for at := int64(0); at < size; at += 256 {
		tile := tlog.Tile{H: 8, L: -1, N: at / 256, W: int(min(256, size-at))}
		bundle, err := os.ReadFile(pathOf(folder, tile))
		if err != nil {
			return nil, err
		}
		for len(bundle) > 0 {
			if len(bundle) < 2 || len(bundle)-2 < int(binary.BigEndian.Uint16(bundle)) {
				return nil, fmt.Errorf("bundle %d ends within an entry", tile.N)
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			entries = append(entries, bundle[2:end])
			bundle = bundle[end:]
		}
	}
	if int64(len(entries)) != size {
		return nil, fmt.Errorf("%d entries lie there but %d are signed", len(entries), size)
	}
	return entries, nil
}

func canonicalAndChained(entries [][]byte) error {
	previous := ""
	for i, entry := range entries {
		canonical, err := jcs.Transform(entry)
		if err != nil || !bytes.Equal(canonical, entry) {
			return fmt.Errorf("entry %d is not canonical JSON", i)
		}
		var header struct {
			Number   int64  `json:"number"`
			Previous string `json:"previous"`
		}
		if err := json.Unmarshal(entry, &header); err != nil {
			return err
		}
		if header.Number != int64(i)+1 || (i > 0 && header.Previous != previous) {
			return fmt.Errorf("entry %d doesn't follow the one before", i)
		}
		hash := sha256.Sum256(entry)
		previous = hex.EncodeToString(hash[:])
	}
	return nil
}

func rootOf(entries [][]byte) ([]byte, error) {
	factory := compact.RangeFactory{Hash: rfc6962.DefaultHasher.HashChildren}
	leaves := factory.NewEmptyRange(0)
	for _, entry := range entries {
		if err := leaves.Append(rfc6962.DefaultHasher.HashLeaf(entry), nil); err != nil {
			return nil, err
		}
	}
	return leaves.GetRootHash(nil)
}

func sameRoot(entries [][]byte, tree tlog.Tree) error {
	root, err := rootOf(entries)
	if err != nil {
		return err
	}
	if !bytes.Equal(root, tree.Hash[:]) {
		return fmt.Errorf("the entries have another root than the one signed")
	}
	return nil
}
