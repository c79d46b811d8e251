using System.Text.RegularExpressions;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>Reads file filters of dialogs. Source: template schemas §2.7 and §2.8.</summary>
internal static partial class FileFilterReader
{
    private const string PatternText = """\*(\.(\*|[^\u0000-\u001F\u007F-\u009F\\/*?\[\]#%&{}<>$!'":@`|=]+))?""";

    public static readonly TextSchema Pattern = new("A pattern", 1, 20)
    {
        Pattern = new TextPattern(
            Patterns(),
            PatternText,
            "must be '*', '*.*' or '*.' and a file extension without special characters"),
    };

    public static IReadOnlyList<FileFilter> ReadAll(Field? field, ObjectReader hints)
    {
        if (field is not { } list) return [];
        var items = list.Items(hints.Schema<ListSchema>("fileFilters"));
        return [.. items.Select(item => Read(item, Schema(hints))).OfType<FileFilter>()];
    }

    public static FileFilter? Read(Field? field, ObjectReader hints) =>
        field is { } filter ? Read(filter, Schema(hints)) : null;

    private static ObjectSchema Schema(ObjectReader hints) => hints.Schema<ObjectSchema>("fileFilterDefault");

    private static FileFilter? Read(Field field, ObjectSchema schema)
    {
        if (ObjectReader.TryCreate(field, schema) is not { } reader) return null;
        var label = reader.Text("label");
        var patterns = reader.Items("patterns").Select(item => item.Text(PatternOf(reader))).OfType<string>().ToList();
        return label is null ? null : new FileFilter(label, patterns);
    }

    private static TextSchema PatternOf(ObjectReader filter) =>
        (TextSchema)filter.Schema<ListSchema>("patterns").Item;

    [GeneratedRegex($@"^{PatternText}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Patterns();
}
