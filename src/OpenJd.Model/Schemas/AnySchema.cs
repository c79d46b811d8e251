namespace OpenJd.Model.Schemas;

/// <summary>Any value at all.</summary>
internal sealed record AnySchema : ValueSchema;
