namespace OpenJd.Model.Schemas;

/// <summary>A truth value.</summary>
/// <param name="What">What messages call it.</param>
internal sealed record BooleanSchema(string What) : ValueSchema;
