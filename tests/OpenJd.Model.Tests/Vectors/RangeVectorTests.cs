using OpenJd.Vectors;
using OpenJd.Vectors.Suites;

namespace OpenJd.Model.Tests.Vectors;

public sealed class RangeVectorTests
{
    [Fact]
    public void Ranges_have_the_values_that_the_specification_says()
    {
        var suite = new RangeSuite();
        VectorSuite.Judge(
            VectorSuite.All("ranges.jsonl"),
            new Dictionary<string, string>(),
            vector => Judge.DifferenceOf(suite, vector));
    }
}
