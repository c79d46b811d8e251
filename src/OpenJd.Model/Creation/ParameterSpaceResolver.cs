using System.Globalization;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;
using OpenJd.Model.Reading;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Creation;

/// <summary>Resolves the ranges of task parameters and checks the space. Source: template schemas §3.4.</summary>
internal sealed class ParameterSpaceResolver(FormatResolver formats)
{
    private const int MaxListedValues = 1024;

    // A range expression, or what stands for one: its text, a single number, or a list of numbers.
    private static readonly ExpressionType IntegerRange = ExpressionType.UnionOf(
        ExpressionType.RangeExpression,
        ExpressionType.ListOf(ExpressionType.Int),
        ExpressionType.Int,
        ExpressionType.String);

    private static readonly ExpressionType OptionalInt = ExpressionType.OptionalOf(ExpressionType.Int);

    public ParameterSpaceDefinition Resolve(ParameterSpaceTemplate template)
    {
        var before = formats.ErrorCount;
        var definition = new ParameterSpaceDefinition
        {
            Parameters = [.. template.Parameters.Select(Parameter)],
            Combination = template.Combination,
        };
        try
        {
            if (formats.ErrorCount == before) ParameterSpace.Create(definition);
        }
        catch (ParameterSpaceException exception)
        {
            formats.Error(template.Location, exception.Message);
        }

        return definition;
    }

    private TaskParameterDefinition Parameter(TaskParameterTemplate template)
    {
        var definition = new TaskParameterDefinition
        {
            Name = template.Name,
            Type = template.Type,
            Chunks = template.Chunks is { } chunks ? Chunks(chunks) : null,
        };
        if (template.RangeExpression is not { } range)
            return definition with { Values = Listed(template, template.Values ?? []) };
        return template.Type is TaskParameterType.Int or TaskParameterType.ChunkInt
            ? OfIntegers(definition, range)
            : definition with { Values = Checked(range, template.Type, ListOf(range, template.Type)) };
    }

    private List<string> Listed(TaskParameterTemplate parameter, IReadOnlyList<TemplateString> templates)
    {
        var before = formats.ErrorCount;
        var values = new List<string>(templates.Count);
        foreach (var (template, value) in formats.Items(templates, ElementType(parameter.Type)))
            values.Add(Checked(template, parameter.Type, value.Text));
        if (formats.ErrorCount == before && templates.Count > 0) CheckCount(templates[0], values.Count);
        return values;
    }

    private TaskParameterDefinition OfIntegers(TaskParameterDefinition definition, TemplateString range)
    {
        var value = formats.Value(range, range.Format.IsSingleExpression ? IntegerRange : ExpressionType.String);
        if (value is ListValue list)
            return definition with { Values = Checked(range, definition.Type, list) };
        var text = value?.Text ?? "";
        if (value is not (null or RangeValue) && TaskParameterRules.RangeFault(text) is { } fault)
            formats.Error(range.Location, fault);
        return definition with { RangeExpression = text };
    }

    private ListValue? ListOf(TemplateString range, TaskParameterType type) =>
        formats.Value(range, ExpressionType.ListOf(ElementType(type))) as ListValue;

    private List<string> Checked(TemplateString range, TaskParameterType type, ListValue? list)
    {
        if (list is null) return [];
        CheckCount(range, list.Count);
        return [.. list.Take(MaxListedValues).Select(value => Checked(range, type, value.Text))];
    }

    private string Checked(TemplateString template, TaskParameterType type, string text)
    {
        var value = TaskParameterRules.Value(type, text, out var fault);
        if (fault is not null) formats.Error(template.Location, fault);
        return value ?? text;
    }

    private void CheckCount(TemplateString range, int count)
    {
        if (count is >= 1 and <= MaxListedValues) return;
        formats.Error(
            range.Location, $"The range has {count} values once resolved; a list has 1 to {MaxListedValues}.");
    }

    private ChunkDefinition Chunks(ChunksTemplate template)
    {
        var size = Number("defaultTaskCount", template.DefaultTaskCount, ExpressionType.Int, 1);
        var target = template.TargetRuntimeSeconds is { } seconds
            ? Number("targetRuntimeSeconds", seconds, OptionalInt, 0)
            : null;
        return new ChunkDefinition(size ?? 1, target ?? 0, template.RangeConstraint);
    }

    private long? Number(string what, TemplateString template, ExpressionType target, long min)
    {
        if (formats.Value(template, target) is not IntValue { Value: var number }) return null;
        if (number >= min) return number;
        formats.Error(
            template.Location,
            string.Create(CultureInfo.InvariantCulture, $"{what} resolves to {number}: {min} is the least."));
        return null;
    }

    private static ExpressionType ElementType(TaskParameterType type) => type switch
    {
        TaskParameterType.Int or TaskParameterType.ChunkInt => ExpressionType.Int,
        TaskParameterType.Float => ExpressionType.Float,
        TaskParameterType.String or TaskParameterType.Path => ExpressionType.String,
    };
}
