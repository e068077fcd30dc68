//! stub
use crate::{
    Composed,
    diag::{Log, Reported},
};
/// x
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Edition {
    Screen,
    Press,
    Preview,
}
#[allow(missing_docs)]
impl Edition {
    pub const ALL: [Self; 3] = [Self::Screen, Self::Press, Self::Preview];
    pub fn name(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Press => "press",
            Self::Preview => "preview",
        }
    }
    pub fn description(self) -> &'static str {
        ""
    }
}
/// x
pub struct Product {
    /// x
    pub name: String,
    /// x
    pub bytes: Vec<u8>,
}
/// x
pub fn products(_: &Composed, _: Edition, _: &mut Log) -> Result<Vec<Product>, Reported> {
    Ok(vec![])
}
