namespace OpenJd.Model.Schemas;

/// <summary>One of several kinds of value.</summary>
/// <param name="Choices">The kinds.</param>
internal sealed record ChoiceSchema(params IReadOnlyList<ValueSchema> Choices) : ValueSchema;
