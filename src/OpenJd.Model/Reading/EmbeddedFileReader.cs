using OpenJd.Expressions.Types;
using OpenJd.Model.Jobs;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;
using static OpenJd.Model.Schemas.Fields;

namespace OpenJd.Model.Reading;

/// <summary>
/// Reads embedded files. Their names are needed before their contents are checked, as files and <c>let</c> bindings
/// may refer to them: so <see cref="ReadNames"/> comes first. Source: template schemas §6.
/// </summary>
internal sealed class EmbeddedFileReader
{
    public static readonly TextSchema Data = new("data", 1) { IsFormat = true };

    public static readonly ListSchema Schema = new("embeddedFiles", new ObjectSchema(
        "An embedded file",
        Required("name", TextSchemas.Identifier("An embedded file's name")),
        Required("type", new WordSchema("An embedded file's type", "TEXT")),
        Optional("filename", new TextSchema("filename", 1, 64) { MaxWithFeatureBundle1 = 256 }),
        Optional("runnable", new BooleanSchema("runnable")),
        Required("data", Data),
        WithFeatureBundle1("endOfLine", new WordSchema("endOfLine", "AUTO", "LF", "CRLF"))));

    private readonly List<(ObjectReader Reader, string Name)> _files = [];

    private EmbeddedFileReader()
    {
    }

    /// <summary>Reads the names and adds them to a scope.</summary>
    public static EmbeddedFileReader ReadNames(ObjectReader script, string prefix, SymbolScope scope)
    {
        var files = new EmbeddedFileReader();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in script.Items("embeddedFiles"))
        {
            if (ObjectReader.TryCreate(item, (ObjectSchema)Schema.Item) is not { } reader) continue;
            var name = reader.Text("name") ?? "";
            files._files.Add((reader, name));
            if (name.Length == 0) continue;
            scope.Add(prefix + name, ExpressionType.Path);
            if (!seen.Add(name)) item.Error($"The embedded file name '{name}' occurs twice.");
        }

        return files;
    }

    /// <summary>Reads the files.</summary>
    public IReadOnlyList<EmbeddedFileTemplate> Read(SymbolScope scope)
    {
        var files = new List<EmbeddedFileTemplate>(_files.Count);
        foreach (var (reader, name) in _files)
        {
            if (ReadFile(reader, name, scope) is { } file) files.Add(file);
        }

        return files;
    }

    private static EmbeddedFileTemplate? ReadFile(ObjectReader reader, string name, SymbolScope scope)
    {
        reader.Word("type");
        var data = reader["data"] is { } field ? FormatReader.Read(field, Data, scope, TargetTypes.Text) : null;
        var (filename, runnable, endOfLine) = (ReadFilename(reader), reader.Boolean("runnable"), ReadEndOfLine(reader));
        return data is null ? null : new EmbeddedFileTemplate
        {
            Name = name,
            Filename = filename,
            Runnable = runnable ?? false,
            EndOfLine = endOfLine,
            Data = data,
        };
    }

    /// <summary>
    /// Source: template schemas §6.1.1, which allows what the host allows: hosts differ even on control characters, and
    /// none takes NUL. A name with any host's separator would lead out of the session's directory on that host.
    /// </summary>
    private static string? ReadFilename(ObjectReader reader)
    {
        if (reader.Text("filename") is not { } filename) return null;
        if (filename.AsSpan().ContainsAny('/', '\\', '\0') || filename is "." or "..")
            reader["filename"]?.Error($"filename '{filename}' must be a plain file name without a directory.");
        return filename;
    }

    private static EndOfLine ReadEndOfLine(ObjectReader reader) => reader.Word("endOfLine") switch
    {
        "LF" => EndOfLine.Lf,
        "CRLF" => EndOfLine.CrLf,
        _ => EndOfLine.Auto,
    };
}
