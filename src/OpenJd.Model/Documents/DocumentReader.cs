namespace OpenJd.Model.Documents;

/// <summary>Reads YAML 1.2 (core schema) and JSON into one tree.</summary>
public static class DocumentReader
{
    /// <summary>Reads a document. A text that starts with a brace is tried as JSON first, then as YAML.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The root.</returns>
    /// <exception cref="DocumentException">
    /// The text is neither, or beyond the bounds on length, depth and nodes.
    /// </exception>
    public static DocumentNode Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > DocumentLimits.MaxLength)
        {
            throw new DocumentException(
                $"The document has {text.Length} characters; {DocumentLimits.MaxLength} are the most.", 1, 1);
        }

        text = text.TrimStart('\uFEFF');
        CheckCharacters(text);
        return StartsAsJson(text) ? ReadJsonOrYaml(text) : new YamlDocumentReader(text).Read();
    }

    /// <summary>Reads a document of bytes that are UTF-8.</summary>
    /// <param name="utf8">The bytes; a byte order mark before them does not count.</param>
    /// <returns>The root.</returns>
    /// <exception cref="DocumentException">
    /// The bytes are not UTF-8, or the text cannot be read, see <see cref="Read(string)"/>.
    /// </exception>
    public static DocumentNode Read(ReadOnlySpan<byte> utf8) => Read(DocumentText.Decode(utf8));

    /// <summary>
    /// Reads a document from a stream, of which no more is read than a document may have: one of known length that is
    /// too long is refused before.
    /// </summary>
    /// <param name="stream">The stream, from where it stands; it stays open.</param>
    /// <returns>The root.</returns>
    /// <exception cref="DocumentException">
    /// The stream has too many bytes or not UTF-8, or the text cannot be read, see <see cref="Read(string)"/>.
    /// </exception>
    public static DocumentNode Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Read(DocumentText.Read(stream));
    }

    /// <summary>Reads a document from a file; one that is too long is refused without being read.</summary>
    /// <param name="path">The file's path.</param>
    /// <returns>The root.</returns>
    /// <exception cref="DocumentException">
    /// The file has too many bytes or not UTF-8, or the text cannot be read, see <see cref="Read(string)"/>.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static DocumentNode ReadFile(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return Read(file);
    }

    private static bool StartsAsJson(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..];

    private static DocumentNode ReadJsonOrYaml(string text)
    {
        try
        {
            return new JsonDocumentReader(text).Read();
        }
        catch (DocumentException jsonError)
        {
            try
            {
                return new YamlDocumentReader(text).Read();
            }
            catch (DocumentException)
            {
                // Neither: what begins as JSON was most likely meant as JSON.
                throw jsonError;
            }
        }
    }

    private static void CheckCharacters(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character is >= ' ' and < '\uD800' or '\n' or '\t' or '\r') continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(character, text[i + 1])) i++;
            else if (character < ' ' || char.IsSurrogate(character)) throw Forbidden(text, i);
        }
    }

    private static DocumentException Forbidden(string text, int at)
    {
        var before = text.AsSpan(0, at);
        return new DocumentException(
            $"The character U+{(int)text[at]:X4} may not stand in a document.",
            before.Count('\n') + 1,
            at - before.LastIndexOf('\n'));
    }
}
