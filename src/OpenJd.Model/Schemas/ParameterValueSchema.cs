using OpenJd.Model.Jobs;

namespace OpenJd.Model.Schemas;

/// <summary>A value of a job parameter in a template.</summary>
/// <param name="Type">The parameter's type.</param>
internal sealed record ParameterValueSchema(JobParameterType Type) : ValueSchema;
