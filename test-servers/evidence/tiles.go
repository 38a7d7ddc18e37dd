package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// folderOfTiles gives x/mod tiles that lie as c2sp.org/tlog-tiles lays them: without the height in their paths.
type folderOfTiles string

func pathOf(folder string, tile tlog.Tile) string {
	path := strings.TrimPrefix(tile.Path(), "tile/8/")
	return filepath.Join(folder, "tile", strings.Replace(path, "data/", "entries/", 1))
}

func (folderOfTiles) Height() int { return 8 }

func (folder folderOfTiles) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	read := make([][]byte, len(tiles))
	for i, tile := range tiles {
		data, err := os.ReadFile(pathOf(string(folder), tile))
		if err != nil {
			return nil, err
		}
		read[i] = data
	}
	return read, nil
}

func (folderOfTiles) SaveTiles([]tlog.Tile, [][]byte) {}

// tilesHold asks the tiles for every leaf; x/mod checks each tile it reads against the root.
func tilesHold(folder string, entries [][]byte, tree tlog.Tree) error {
	reader := tlog.TileHashReader(tree, folderOfTiles(folder))
	for from := 0; from < len(entries); from += 256 {
		var indexes []int64
		for i := from; i < min(from+256, len(entries)); i++ {
			indexes = append(indexes, tlog.StoredHashIndex(0, int64(i)))
		}
		hashes, err := reader.ReadHashes(indexes)
		if err != nil {
			return err
		}
		for i, hash := range hashes {
			if hash != tlog.RecordHash(entries[from+i]) {
				return fmt.Errorf("entry %d is not the tile's", from+i)
			}
		}
	}
	return nil
}
