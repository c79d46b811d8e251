using OpenJd.Expressions.Types;
using OpenJd.Model.Jobs;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;
using static OpenJd.Model.Schemas.Fields;

namespace OpenJd.Model.Reading;

/// <summary>Reads how values are put into chunks. Source: template schemas §3.4.1.5.</summary>
internal static class ChunksReader
{
    public static readonly ObjectSchema Schema = new(
        "chunks",
        Required("defaultTaskCount", new NumberSchema("defaultTaskCount", 1) { Text = NumberText.Always }),
        Optional("targetRuntimeSeconds", new NumberSchema("targetRuntimeSeconds", 0) { Text = NumberText.Always }),
        Required("rangeConstraint", new WordSchema("rangeConstraint", "CONTIGUOUS", "NONCONTIGUOUS")));

    public static ChunksTemplate? Read(Field field, SymbolScope scope)
    {
        if (ObjectReader.TryCreate(field, Schema) is not { } reader) return null;
        var count = Read(reader, "defaultTaskCount", scope, TargetTypes.WholeNumber);
        var seconds = Read(reader, "targetRuntimeSeconds", scope, TargetTypes.OptionalWholeNumber);
        var constraint = reader.Word("rangeConstraint");
        return count is null || constraint is null ? null : new ChunksTemplate(
            count,
            seconds,
            constraint == "CONTIGUOUS" ? RangeConstraint.Contiguous : RangeConstraint.Noncontiguous);
    }

    private static TemplateString? Read(
        ObjectReader reader, string name, SymbolScope scope, ExpressionType target) =>
        reader[name] is { } field
            ? FormatReader.ReadWholeNumber(field, reader.Schema<NumberSchema>(name), scope, target)
            : null;
}
