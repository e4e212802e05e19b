// SPDX-License-Identifier: MPL-2.0

// Verifies a log with Go's golang.org/x/mod/sumdb/{note,tlog}: signature, every
// entry under the root through the tiles, consistency with an older checkpoint,
// or a receipt. Only the file names and the checkpoint's three lines are read
// here; all that proves anything is theirs.
//
//	referee VKEY log DIR [OLDER]      referee VKEY receipt FILE
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func check(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

func read(path string) []byte {
	data, err := os.ReadFile(path)
	check(err)
	return data
}

func open(data []byte, verifier note.Verifier) tlog.Tree {
	opened, err := note.Open(data, note.VerifierList(verifier))
	check(err)
	lines := strings.SplitN(opened.Text, "\n", 4)
	if len(lines) < 4 || lines[0] != verifier.Name() {
		check(fmt.Errorf("the checkpoint is of another log"))
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	if strconv.FormatInt(size, 10) != lines[1] || size < 0 {
		check(fmt.Errorf("bad size"))
	}
	hash, err := tlog.ParseHash(lines[2])
	check(err)
	return tlog.Tree{N: size, Hash: hash}
}

// The hashes of the whole tree, worked out anew from the entries.
//
// tlog.TileHashReader would do with fewer, but that of x/mod 0.7.0 begins to
// check full tiles at the number of subtrees, not of tiles, and lets some pass.
type hashes []tlog.Hash

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	list := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		list[i] = h[index]
	}
	return list, nil
}

// x/mod writes tile/8/...; tlog-tiles leaves the height out.
func pathOf(dir string, tile tlog.Tile) string {
	path := strings.Replace(tile.Path(), "tile/8/data/", "tile/entries/", 1)
	return filepath.Join(dir, strings.Replace(path, "tile/8/", "tile/", 1))
}

// A partial file may be gone once the full one is there.
func readTile(dir string, tile tlog.Tile) (data []byte, exact bool) {
	data, err := os.ReadFile(pathOf(dir, tile))
	if os.IsNotExist(err) && tile.W < 256 {
		tile.W = 256
		return read(pathOf(dir, tile)), false
	}
	check(err)
	return data, true
}

func entries(dir string, n int64, size int64) [][]byte {
	width := size - n*256
	if width > 256 {
		width = 256
	}
	data, exact := readTile(dir, tlog.Tile{H: 8, L: -1, N: n, W: int(width)})
	var list [][]byte
	for int64(len(list)) < width {
		if len(data) < 2 || len(data) < 2+int(data[0])<<8+int(data[1]) {
			check(fmt.Errorf("bundle %d is cut short", n))
		}
		length := int(data[0])<<8 + int(data[1])
		list = append(list, data[2:2+length])
		data = data[2+length:]
	}
	if exact && len(data) > 0 {
		check(fmt.Errorf("bundle %d has bytes left over", n))
	}
	return list
}

func checkLog(dir string, older string, verifier note.Verifier) {
	tree := open(read(filepath.Join(dir, "checkpoint")), verifier)
	var all hashes
	for n := int64(0); n*256 < tree.N; n++ {
		for i, entry := range entries(dir, n, tree.N) {
			more, err := tlog.StoredHashes(n*256+int64(i), entry, all)
			check(err)
			all = append(all, more...)
		}
	}
	root, err := tlog.TreeHash(tree.N, all)
	check(err)
	// Of an empty tree x/mod 0.7.0 knows no root.
	if tree.N > 0 && root != tree.Hash {
		check(fmt.Errorf("the root is another one"))
	}
	for _, tile := range tlog.NewTiles(8, 0, tree.N) {
		// All narrower ones are in the list, too.
		rest := tree.N>>(8*uint(tile.L)) - tile.N<<8
		if tile.W < 256 && int64(tile.W) != rest {
			continue
		}
		right, err := tlog.ReadTileData(tile, all)
		check(err)
		data, exact := readTile(dir, tile)
		if !bytes.HasPrefix(data, right) || exact && len(data) > len(right) {
			check(fmt.Errorf("%s differs", tile.Path()))
		}
	}
	if older != "" {
		old := open(read(older), verifier)
		if old.N > tree.N {
			check(fmt.Errorf("shorter than before"))
		}
		if old.N > 0 {
			proof, err := tlog.ProveTree(tree.N, old.N, all)
			check(err)
			check(tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash))
		}
	}
	fmt.Printf("OK %d entries\n", tree.N)
}

func checkReceipt(path string, verifier note.Verifier) {
	text := string(read(path))
	split := strings.Index(text, "\n\n")
	if split < 0 {
		check(fmt.Errorf("no receipt"))
	}
	lines := strings.Split(text[:split], "\n")
	tree := open([]byte(text[split+2:]), verifier)
	if len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		check(fmt.Errorf("no receipt"))
	}
	data, err := base64.StdEncoding.DecodeString(
		strings.TrimPrefix(lines[1], "extra "))
	check(err)
	var extra struct{ Entry string }
	check(json.Unmarshal(data, &extra))
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	check(err)
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		check(err)
		proof = append(proof, hash)
	}
	check(tlog.CheckRecord(proof, tree.N, tree.Hash, index,
		tlog.RecordHash([]byte(extra.Entry))))
	fmt.Printf("OK entry %d\n", index)
}

func main() {
	verifier, err := note.NewVerifier(os.Args[1])
	check(err)
	switch {
	case os.Args[2] == "receipt":
		checkReceipt(os.Args[3], verifier)
	case len(os.Args) > 4:
		checkLog(os.Args[3], os.Args[4], verifier)
	default:
		checkLog(os.Args[3], "", verifier)
	}
}
