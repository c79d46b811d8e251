using OpenJd.Vectors;
using OpenJd.Vectors.Suites;

namespace OpenJd.Model.Tests.Vectors;

public sealed class TemplateVectorTests
{
    private static readonly Dictionary<string, string> Exceptions = [];

    [Fact]
    public void Templates_are_accepted_and_refused_as_the_specification_says()
    {
        var suite = new TemplateSuite();
        VectorSuite.Judge(
            VectorSuite.All("templates.jsonl"), Exceptions, vector => Judge.DifferenceOf(suite, vector));
    }
}
