using OpenJd.Vectors.Suites;

namespace OpenJd.Vectors;

/// <summary>All kinds of questions.</summary>
public static class VectorSuites
{
    /// <summary>One suite a file of vectors.</summary>
    public static IReadOnlyList<IVectorSuite> All { get; } =
        [new ExpressionSuite(), new JobSuite(), new RangeSuite(), new TemplateSuite()];
}
